// An engine with no workspace: does at once what the name in its input says, over the real channel of a process.
const cancelled = new Set();

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  if (message.type === 'cancel') cancelled.add(message.id);
  if (message.type === 'stop') process.exit(0);
  if (message.type === 'call') void answer(message);
});
process.send({ type: 'ready', version: 'fake' });

async function answer({ id, input }) {
  const settle = (outcome) => process.send({ type: 'result', id, outcome });
  if (input.does === 'die') process.exit(0);
  if (input.does === 'crash') process.abort();
  if (input.does === 'echo') settle({ ok: true, value: input.value });
  if (input.does === 'count') {
    for (let done = 1; done <= 3; done += 1) {
      process.send({ type: 'progress', id, progress: { stage: 'counting', done, total: 3 } });
    }
    settle({ ok: true, value: null });
  }
  if (input.does === 'wait') {
    while (!cancelled.has(id)) await new Promise((resolve) => setImmediate(resolve));
    settle({ ok: false, code: 'cancelled', message: 'Cancelled.', remedy: 'Start again.' });
  }
  // `hang`: never answers, and holds on when it is asked to stop.
  if (input.does === 'hang') process.removeAllListeners('message').on('message', () => undefined);
}
