/** Writes the OpenAPI 3.1 document of the public API: from the operations and the schemas that requests are held to, and from nothing else. */
import * as z from 'zod';
import { SCOPES } from '../../auth/ports.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { STATUS_OF } from '../present/present-error.ts';
import { type Answer, GROUPS, type Operation } from './operation.ts';
import { NAMED_SCHEMAS, type SchemaName } from './schemas/named-schemas.ts';
import { PATH_PARAMETERS } from './schemas/path.ts';

/** A piece of JSON Schema, or of the document. */
export type Json = { [key: string]: unknown };

export interface ApiOperation extends Json {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Json[];
  parameters?: ApiParameter[];
  requestBody?: { required: true; content: Record<string, { schema: Json; example?: unknown }> };
  responses: Record<string, ApiResponse>;
}
export interface ApiParameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: Json;
  example?: unknown;
}
/** What the document refers to by a name has `$ref` alone. */
export interface ApiResponse {
  $ref?: string;
  description?: string;
  headers?: Record<string, { description: string; schema: Json }>;
  content?: Record<string, { schema?: Json }>;
}
export interface ApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string; license: Json };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components: { schemas: Record<string, Json>; responses: Record<string, ApiResponse>; securitySchemes: Json };
}

const JSON_TYPE = 'application/json';
const SCHEMAS = '#/components/schemas/';
/** No name begins so. */
const UNNAMED = '~';

const REFUSALS: Readonly<Record<ErrorCode | 'fault', string>> = {
  invalid: 'Something in the request cannot be used; each mistake is named with its place.',
  unauthenticated: 'No key was shown, or one that is not live.',
  forbidden: 'The key may not do this.',
  second_step_needed: 'Of the back office alone: a second step is demanded, and has to be set up first.',
  not_found: 'There is no such thing, or none that the caller may know of.',
  method_not_allowed: 'The address takes another method.',
  conflict: 'It cannot stand beside what is there: a name is taken, or a list is full.',
  too_large: 'The body is too long.',
  rate_limited: 'Too many requests; `retry-after` says when to come back, in seconds.',
  unavailable: 'It cannot be done now; `retry-after` says when to come back, in seconds.',
  fault: 'Something went wrong on our side; the log says more.',
};

/** @param server public address, without a trailing slash @param version of the program */
export function describeApi(
  operations: readonly Operation[],
  { server, version }: { server: string; version: string },
): ApiDocument {
  const writer = new SchemaWriter(operations);
  const paths: ApiDocument['paths'] = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describeOperation(operation, writer) };
  }
  const schemas = writer.named();
  const document: ApiDocument = {
    openapi: '3.1.0',
    info: {
      title: 'Passant',
      version,
      description: `Keys are made under *Account > API keys*, or by \`passant key issue\`; each has one or more of the scopes ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}, and is of one site or of all. Send it as \`Authorization: Bearer <key>\`. Answers may have more fields in later versions.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas,
      responses: Object.fromEntries(Object.entries(REFUSALS).map(([code, text]) => [code, describeRefusal(text)])),
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key' } },
    },
  };
  for (const operation of Object.values(paths).flatMap((each) => Object.values(each)))
    for (const { content } of Object.values(operation.responses)) openObjects(content, schemas);
  return document;
}

function describeOperation(operation: Operation, writer: SchemaWriter): ApiOperation {
  const { id, group, summary, needs, body, bodyTypes = [JSON_TYPE], example, answers } = operation;
  const description = [operation.description, operation.everySite && 'Takes a key of every site.']
    .filter(Boolean)
    .join(' ');
  const parameters = [...pathParameters(operation, writer), ...queryParameters(operation, writer)];
  const content = body && Object.fromEntries(bodyTypes.map((type) => [type, { schema: writer.write(body), example }]));
  const answered = Object.entries(answers).map(([status, answer]) => [status, describeAnswer(answer, writer)] as const);
  const refused = refusalsOf(operation).map(
    (code) => [STATUS_OF[code], { $ref: `#/components/responses/${code}` }] as const,
  );
  return {
    operationId: id,
    tags: [group],
    summary,
    ...(description !== '' && { description }),
    // Of this kind of key the list names what it must be allowed.
    security: needs === null ? [] : [{ key: [needs] }],
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: { ...Object.fromEntries([...answered, ...refused]), default: { $ref: '#/components/responses/fault' } },
  };
}

function refusalsOf({ path, needs, body, query, refusals = [] }: Operation): ErrorCode[] {
  return [
    ...(body || query ? (['invalid'] as const) : []),
    ...(needs === null ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(needs !== null && (path.includes(':') || path.startsWith('/api/v2/')) ? (['not_found'] as const) : []),
    ...(body ? (['too_large'] as const) : []),
    ...refusals,
  ];
}

function describeRefusal(description: string): ApiResponse {
  return { description, content: { [JSON_TYPE]: { schema: { $ref: `${SCHEMAS}Refusal` } } } };
}

function describeAnswer({ description, schema, types = [], headers = {} }: Answer, writer: SchemaWriter): ApiResponse {
  const content = {
    ...(schema && { [JSON_TYPE]: { schema: writer.write(schema) } }),
    ...Object.fromEntries(types.map((type) => [type, {}])),
  };
  const named = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } as Json },
  ]);
  return {
    description,
    ...(named.length > 0 && { headers: Object.fromEntries(named) as NonNullable<ApiResponse['headers']> }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

function pathParameters({ path }: Operation, writer: SchemaWriter): ApiParameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const { description, ...schema } = writer.write(PATH_PARAMETERS[name]);
    return { name, in: 'path', required: true, ...textOf(description), schema };
  });
}

function queryParameters({ query, exampleQuery }: Operation, writer: SchemaWriter): ApiParameter[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = writer.write(query) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), ...textOf(description), schema },
    ...(exampleQuery?.[name] !== undefined && { example: exampleQuery[name] }),
  }));
}

function textOf(description: unknown): { description?: string } {
  return typeof description === 'string' ? { description } : {};
}

/** Schemas as JSON Schema, all written at once; those that have a name are referred to by it. */
class SchemaWriter {
  readonly #ids = new Map<z.ZodType, string>();
  readonly #written: Readonly<Record<string, Json>>;

  constructor(operations: readonly Operation[]) {
    const used = operations.flatMap(({ body, query, answers }) => [
      ...[body, query],
      ...Object.values(answers).map(({ schema }) => schema),
    ]);
    for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) this.#ids.set(schema, id);
    for (const schema of [...used, ...Object.values(PATH_PARAMETERS)])
      if (schema !== undefined && !this.#ids.has(schema)) this.#ids.set(schema, `${UNNAMED}${this.#ids.size}`);
    this.#written = writeSchemas(this.#ids);
  }

  write(schema: z.ZodType | undefined): Json {
    const id = schema && this.#ids.get(schema);
    if (id === undefined) return {};
    return id.startsWith(UNNAMED) ? (this.#written[id] ?? {}) : { $ref: SCHEMAS + id };
  }

  named(): Record<string, Json> {
    return Object.fromEntries(Object.entries(this.#written).filter(([id]) => !id.startsWith(UNNAMED)));
  }
}

function writeSchemas(ids: ReadonlyMap<z.ZodType, string>): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of ids) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => SCHEMAS + id,
    override: ({ jsonSchema }) => {
      // Every whole number has these: they say nothing.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: dialect, $id: address, ...schema }]) => [id, schema as Json]),
  );
}

/** An answer may gain fields: who reads it must not refuse them. */
function openObjects(piece: unknown, schemas: Record<string, Json>, seen = new Set<unknown>()): void {
  if (typeof piece !== 'object' || piece === null || seen.has(piece)) return;
  seen.add(piece);
  const { $ref } = piece as Json;
  if (typeof $ref === 'string') openObjects(schemas[$ref.slice(SCHEMAS.length) as SchemaName], schemas, seen);
  if ((piece as Json).additionalProperties === false) delete (piece as Json).additionalProperties;
  for (const inner of Object.values(piece)) openObjects(inner, schemas, seen);
}
