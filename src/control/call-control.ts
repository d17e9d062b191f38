/** The command's end of the control socket: the same calls, answered by the running server. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { AppError, ERROR_CODES, type ErrorCode } from '../domain/errors.ts';
import type { Commands, ControlAnswer, ControlPart, ControlQuestion, PlainCall } from './commands.ts';
import { toFrames } from './frames.ts';
import { readLines } from './read-lines.ts';

/** What reading says when the server is gone. */
const BROKEN_OFF: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

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
    listRemovedSites: plain('listRemovedSites'),
    restoreSite: plain('restoreSite'),
    eraseSite: plain('eraseSite'),
    emptySite: plain('emptySite'),
    giveSite: plain('giveSite'),
    listGoals: plain('listGoals'),
    addGoal: plain('addGoal'),
    removeGoal: plain('removeGoal'),
    listAnnotations: plain('listAnnotations'),
    addAnnotation: plain('addAnnotation'),
    removeAnnotation: plain('removeAnnotation'),
    listSegments: plain('listSegments'),
    addSegment: plain('addSegment'),
    removeSegment: plain('removeSegment'),
    listCookies: plain('listCookies'),
    addCookie: plain('addCookie'),
    removeCookie: plain('removeCookie'),
    accessVisitor: plain('accessVisitor'),
    eraseVisitor: plain('eraseVisitor'),
    listUsers: plain('listUsers'),
    addUser: plain('addUser'),
    setUser: plain('setUser'),
    setPassword: plain('setPassword'),
    removeUser: plain('removeUser'),
    endSecondStep: plain('endSecondStep'),
    isSecondStepDemanded: plain('isSecondStepDemanded'),
    demandSecondStep: plain('demandSecondStep'),
    endLogins: plain('endLogins'),
    listInvitations: plain('listInvitations'),
    inviteUser: plain('inviteUser'),
    listKeys: plain('listKeys'),
    issueKey: plain('issueKey'),
    revokeKey: plain('revokeKey'),
    listChanges: plain('listChanges'),
    listLinks: plain('listLinks'),
    addLink: plain('addLink'),
    revokeLink: plain('revokeLink'),
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
    exportData: async (request, onPiece) =>
      (await askServer(path, { call: 'exportData', args: [request] }, null, async (part) => {
        if ('piece' in part) await onPiece(part.piece, part.exported);
      })) as never,
  };
}

/** Puts one question to whoever listens at `path`. @param onPart is told of what comes before the result, one after the other */
export async function askServer(
  path: string,
  question: ControlQuestion,
  input: AsyncIterable<Uint8Array> | null,
  onPart: (part: ControlPart) => void | Promise<void>,
): Promise<unknown> {
  const socket = connect({ path, allowHalfOpen: true });
  await once(socket, 'connect');
  socket.write(`${JSON.stringify(question)}\n`);
  const sending = input === null ? Promise.resolve(socket.end()) : pipeline(toFrames(input), socket);
  sending.catch(() => {}); // a server that refuses an import stops reading it; its answer says why
  try {
    for await (const line of readLines(socket)) {
      const answer = JSON.parse(line) as ControlAnswer;
      if ('progress' in answer || 'entries' in answer || 'piece' in answer) await onPart(answer);
      else if ('result' in answer) return answer.result;
      else throw new AppError(codeOf(answer.error.code), answer.error.message, answer.error.details);
    }
  } catch (error) {
    if (!BROKEN_OFF.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    socket.destroy();
  }
  throw new AppError('unavailable', 'The server ended before it had answered.');
}

function codeOf(text: string): ErrorCode {
  return ERROR_CODES.find((code) => code === text) ?? 'unavailable';
}
