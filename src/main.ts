#!/usr/bin/env node
/** The one entry: hands the arguments to the command line. */
import { runCli } from './cli/program.ts';

process.exitCode = await runCli(process.argv.slice(2));
