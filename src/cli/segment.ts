/** `passant segment add|list|remove`. */
import type { Command } from 'commander';
import { withCommands } from './open-commands.ts';
import { readFilter } from './read-filter.ts';
import type { RunCommand } from './run-command.ts';

export function addSegmentCommands(program: Command, run: RunCommand): void {
  const segment = program.command('segment').description('save, list and remove filters under a name');
  segment
    .command('add')
    .argument('<site>', 'domain of the site')
    .argument('<name>', 'what the segment is called')
    .requiredOption('--filter <filter...>', "such as 'visit:country is FR,BE' or a v2 filter as JSON; all must hold")
    .option('--json', 'print one JSON value')
    .description('save filters under a name')
    .action((domain: string, name: string, { filter }: { filter: string[] }, command: Command) =>
      run(command, async ({ config, output }) => {
        const filters = filter.map(readFilter);
        const added = await withCommands(config, 'segment add', (commands) =>
          commands.addSegment(domain, name, filters),
        );
        output.line(`Added ${added.name}; ask by it with --filter 'segment is ${added.name}'.`);
        output.json(added);
      }),
    );
  segment
    .command('list')
    .argument('<site>', 'domain of the site')
    .option('--json', 'print one JSON value')
    .description('list the segments of a site')
    .action((domain: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        const segments = await withCommands(config, 'segment list', (commands) => commands.listSegments(domain));
        if (segments.length === 0) output.line(`${domain} has no segment yet; see \`passant segment add --help\`.`);
        else
          output.table(
            ['name', 'filters'],
            segments.map((each) => [each.name, JSON.stringify(each.filters)]),
          );
        output.json(segments);
      }),
    );
  segment
    .command('remove')
    .argument('<site>', 'domain of the site')
    .argument('<name>', 'of the segment, as listed')
    .option('--json', 'print one JSON value')
    .description('remove a segment; what was counted stays')
    .action((domain: string, name: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'segment remove', (commands) => commands.removeSegment(domain, name));
        output.line(`Removed ${name}.`);
        output.json({ removed: name });
      }),
    );
}
