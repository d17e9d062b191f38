/** The command's end of the control socket: the same calls, answered by the running server. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { AppError, ERROR_CODES, type ErrorCode } from '../domain/errors.ts';
import type { Commands, ControlAnswer, ControlPart, ControlQuestion, PlainCall } from './commands.ts';
import { toFrames } from './frames.ts';

/** Calls whoever listens at `path`. */
export function connectCommands(path: string): Commands {
  const plain =
    (call: PlainCall) =>
    async (...args: unknown[]): Promise<never> =>
      (await askServer(path, { call, args }, null, () => {})) as never;
  return {
    listSites: plain('listSites'),
    addSite: plain('addSite'),
    setSite: plain('setSite'),
    removeSite: plain('removeSite'),
    listGoals: plain('listGoals'),
    addGoal: plain('addGoal'),
    removeGoal: plain('removeGoal'),
    listCookies: plain('listCookies'),
    addCookie: plain('addCookie'),
    removeCookie: plain('removeCookie'),
    accessVisitor: plain('accessVisitor'),
    eraseVisitor: plain('eraseVisitor'),
    listUsers: plain('listUsers'),
    addUser: plain('addUser'),
    listKeys: plain('listKeys'),
    issueKey: plain('issueKey'),
    revokeKey: plain('revokeKey'),
    listDayKeys: plain('listDayKeys'),
    seal: plain('seal'),
    query: plain('query'),
    audit: plain('audit'),
    exportRecord: plain('exportRecord'),
    consent: plain('consent'),
    importData: async (request, input, onProgress) =>
      (await askServer(path, { call: 'importData', args: [request] }, input, (part) => {
        if ('progress' in part) onProgress(part.progress);
      })) as never,
  };
}

/** Puts one question to whoever listens at `path`. @param onPart is told of what comes before the result */
export async function askServer(
  path: string,
  question: ControlQuestion,
  input: AsyncIterable<Uint8Array> | null,
  onPart: (part: ControlPart) => void,
): Promise<unknown> {
  const socket = connect({ path, allowHalfOpen: true });
  await once(socket, 'connect');
  socket.write(`${JSON.stringify(question)}\n`);
  const sending = input === null ? Promise.resolve(socket.end()) : pipeline(toFrames(input), socket);
  sending.catch(() => {}); // a server that refuses an import stops reading it; its answer says why
  try {
    for await (const line of createInterface({ input: socket })) {
      const answer = JSON.parse(line) as ControlAnswer;
      if ('progress' in answer || 'entries' in answer) onPart(answer);
      else if ('result' in answer) return answer.result;
      else throw new AppError(codeOf(answer.error.code), answer.error.message, answer.error.details);
    }
  } finally {
    socket.destroy();
  }
  throw new AppError('unavailable', 'The server ended before it had answered.');
}

function codeOf(text: string): ErrorCode {
  return ERROR_CODES.find((code) => code === text) ?? 'unavailable';
}
