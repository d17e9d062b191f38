#!/usr/bin/env node
/** The one entry: hands the arguments to the command line. */
import { runCli } from './cli/program.ts';

const status = await runCli(process.argv.slice(2));
// What failed half-way may have left something open; it must not keep the process.
if (status !== 0) process.exit(status);
