/** `passant goal add|list|remove`. */
import type { Command } from 'commander';
import { GOAL_OPTIONS, type GoalOptions } from '../admin/parse-goal.ts';
import type { Goal } from '../domain/goal.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addGoalCommands(program: Command, run: RunCommand): void {
  const goal = program.command('goal').description('add, list and remove what a site wants its visitors to do');
  const add = goal.command('add').argument('<site>', 'domain of the site').description('add a goal');
  for (const [option, meaning] of Object.entries(GOAL_OPTIONS)) add.option(`--${option} <value>`, meaning);
  add
    .option('--prop <name=value...>', 'properties that the event must have')
    .option('--json', 'print one JSON value')
    .action((domain: string, { event, page, scroll, name, prop }: GoalOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const options = { event, page, scroll, name, prop };
        const known = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
        const added = await withCommands(config, 'goal add', (commands) => commands.addGoal(domain, known));
        output.line(`Added ${added.name}: ${describe(added)}.`);
        output.json(added);
      }),
    );
  goal
    .command('list')
    .argument('<site>', 'domain of the site')
    .option('--json', 'print one JSON value')
    .description('list the goals of a site')
    .action((domain: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        const goals = await withCommands(config, 'goal list', (commands) => commands.listGoals(domain));
        if (goals.length === 0) output.line(`${domain} has no goal yet; see \`passant goal add --help\`.`);
        else
          output.table(
            ['name', 'reached by'],
            goals.map((each) => [each.name, describe(each)]),
          );
        output.json(goals);
      }),
    );
  goal
    .command('remove')
    .argument('<site>', 'domain of the site')
    .argument('<name>', 'of the goal, as listed')
    .option('--json', 'print one JSON value')
    .description('remove a goal; what was counted stays')
    .action((domain: string, name: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'goal remove', (commands) => commands.removeGoal(domain, name));
        output.line(`Removed ${name}.`);
        output.json({ removed: name });
      }),
    );
}

function describe(goal: Goal): string {
  switch (goal.kind) {
    case 'event': {
      const props = Object.entries(goal.props ?? {}).map(([key, value]) => `${key}=${value}`);
      return [`event ${goal.event}`, ...props].join(', ');
    }
    case 'page':
      return `page ${goal.path}`;
    case 'scroll':
      return `${goal.depth} % of page ${goal.path}`;
  }
}
