/** The other tabs of this browser, which share its login: each tells the others when it has found it ended, so that none goes on showing figures. */

const NAME = 'passant-login';

/**
 * Nothing is said but that there is something to look at: whoever else may speak here, such as a measured page of the same host, can close what is on show and no more.
 * @param onEnded another tab has said so
 * @returns says so to the others
 */
export function shareLogin(onEnded: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', onEnded);
  return () => channel.postMessage(null);
}
