/** Loaded into the service before it starts: counts its password hashes, and how many ran at the same time. Told when it ends, in the file of COUNT_HASHES. */
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const { COUNT_HASHES: file } = process.env;
if (isMainThread && file !== undefined) {
  const argon2 = require('@node-rs/argon2');
  const counted = { hashes: 0, most_at_once: 0 };
  let running = 0;
  for (const name of ['hash', 'verify']) {
    const work = argon2[name];
    argon2[name] = async (...given) => {
      counted.hashes += 1;
      running += 1;
      counted.most_at_once = Math.max(counted.most_at_once, running);
      try {
        return await work(...given);
      } finally {
        running -= 1;
      }
    };
  }
  process.on('exit', () => writeFileSync(file, JSON.stringify(counted)));
}
