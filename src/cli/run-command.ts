/** How a command is run: with its settings and its output, its failures turned into a sentence and an exit status. */
import type { Command } from 'commander';
import type { Config } from '../config/config.ts';
import type { Output } from './output.ts';

/** What a command works with. */
export interface CliContext {
  config: Config;
  output: Output;
}

/** Runs one command of a command's own; failures end in a sentence and an exit status. */
export type RunCommand = (command: Command, work: (context: CliContext) => Promise<void>) => Promise<void>;
