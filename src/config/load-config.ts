/** Reads the settings: flags, then PASSANT_* variables, then passant.toml in the data folder, then defaults; all mistakes at once. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'smol-toml';
import type { Config } from './config.ts';
import { flagOf, SETTINGS, type Setting, tomlKeyOf } from './settings.ts';

export interface ConfigSources {
  /** By flag name without dashes in front: `{ 'data-dir': './data' }`. */
  flags: Readonly<Record<string, string>>;
  env: Readonly<Record<string, string | undefined>>;
}

/** A setting's effective value, for `passant config`. */
export interface EffectiveSetting {
  name: string;
  /** null: not set. A secret shows only that it is set. */
  value: string | null;
  origin: 'flag' | 'environment' | 'passant.toml' | 'default';
  meaning: string;
}

export interface LoadedConfig {
  config: Config;
  settings: EffectiveSetting[];
}

/** Settings that cannot be used, one line each. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(`The settings cannot be used:\n${mistakes.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/** @throws ConfigError naming every mistake, unknown PASSANT_* variables included */
export function loadConfig({ flags, env }: ConfigSources): LoadedConfig {
  const mistakes: string[] = [];
  const known = new Set<string>(SETTINGS.map(({ name }) => name));
  for (const name of Object.keys(env)) {
    if (name.startsWith('PASSANT_') && !known.has(name))
      mistakes.push(`${name} is not a setting; \`passant config\` lists them all`);
  }
  const toml = readToml(flags, env, mistakes);
  const values: Record<string, unknown> = {};
  const settings = SETTINGS.map((setting) => {
    const { text, origin } = find(setting, flags, env, toml);
    if (setting.key !== null) values[setting.key] = null;
    if (text !== null) {
      const reading = setting.read(text);
      if ('mistake' in reading) mistakes.push(`${setting.name} ${reading.mistake} (from ${origin})`);
      else if (setting.key !== null) values[setting.key] = reading.value;
    }
    const shown = text !== null && setting.isSecret ? '(set)' : text;
    return { name: setting.name, value: shown, origin, meaning: setting.meaning };
  });
  if ((values.adminEmail === null) !== (values.adminPassword === null)) {
    mistakes.push('PASSANT_ADMIN_EMAIL and PASSANT_ADMIN_PASSWORD belong together: set both or neither');
  }
  const oidc = [values.oidcIssuer, values.oidcClientId, values.oidcClientSecret].filter((each) => each !== null);
  if (oidc.length % 3 !== 0) {
    mistakes.push(
      'PASSANT_OIDC_ISSUER, PASSANT_OIDC_CLIENT_ID and PASSANT_OIDC_CLIENT_SECRET belong together: set all or none',
    );
  }
  if ((values.smtp === null) !== (values.mailFrom === null))
    mistakes.push('PASSANT_SMTP_URL and PASSANT_MAIL_FROM belong together: set both or neither');
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return { config: values as unknown as Config, settings };
}

function find(
  setting: Setting,
  flags: ConfigSources['flags'],
  env: ConfigSources['env'],
  toml: Readonly<Record<string, string>>,
): { text: string | null; origin: EffectiveSetting['origin'] } {
  const flag = flags[flagOf(setting)];
  if (flag !== undefined) return { text: flag, origin: 'flag' };
  const variable = env[setting.name];
  if (variable !== undefined && variable !== '') return { text: variable, origin: 'environment' };
  const line = toml[tomlKeyOf(setting)];
  if (line !== undefined) return { text: line, origin: 'passant.toml' };
  return { text: setting.fallback, origin: 'default' };
}

/** The data folder itself cannot be set in the file that lies in it. */
function readToml(
  flags: ConfigSources['flags'],
  env: ConfigSources['env'],
  mistakes: string[],
): Record<string, string> {
  const folder = resolve(flags['data-dir'] ?? (env.PASSANT_DATA_DIR || './data'));
  const file = join(folder, 'passant.toml');
  if (!existsSync(file)) return {};
  let parsed: Record<string, unknown>;
  try {
    parsed = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    mistakes.push(
      `passant.toml cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'it is not TOML'}`,
    );
    return {};
  }
  const keys = new Set(SETTINGS.map(tomlKeyOf));
  const lines: Record<string, string> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (key === 'data_dir')
      mistakes.push('data_dir cannot be set in passant.toml, which lies in that folder; use PASSANT_DATA_DIR');
    else if (!keys.has(key))
      mistakes.push(`${key} in passant.toml is not a setting; \`passant config\` lists them all`);
    else lines[key] = Array.isArray(value) ? value.join(',') : String(value);
  }
  return lines;
}
