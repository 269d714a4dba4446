import { type Failure, FailureError, failure } from '../contract/outcome.ts';
import { Engine } from '../engine/engine.ts';
import { explainStorageError } from '../engine/storage-errors.ts';
import { readCommandLine, UsageError } from './arguments.ts';
import { helpText } from './commands.ts';
import { runCommand } from './run-command.ts';
import { describeResult } from './say.ts';

/** The command line: reads the words, runs one command on an engine in this process, prints, exits. */
async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const engine = new Engine();
  try {
    if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
      console.log(helpText());
      return 0;
    }
    const line = readCommandLine(words);
    const result = await runCommand(engine, line);
    if (json) console.log(JSON.stringify(result));
    else console.log(describeResult(line.command, result));
    return result.ok ? 0 : 1;
  } catch (error) {
    return sayFailure(error, json);
  } finally {
    await engine.stop();
  }
}

function sayFailure(thrown: unknown, json: boolean): number {
  const error = explainStorageError(thrown);
  const isUsage = error instanceof UsageError;
  const failed: Failure = isUsage
    ? failure(
        'bad-request',
        error.message,
        'Run "action-ten help" for the commands and their options.',
      )
    : error instanceof FailureError
      ? error.failure
      : failure(
          'internal',
          'Something went wrong inside Action Ten.',
          'Try again. If it happens again, tell the people who support Action Ten which command you ran.',
        );
  if (json) {
    const { code, message, remedy } = failed;
    console.log(JSON.stringify({ ok: false, code, message, remedy, ...failed.detail }));
  } else console.error(`${failed.message}\n${failed.remedy}`);
  return isUsage ? 2 : 1;
}

void main(process.argv.slice(2)).then((status) => {
  // Electron's utility process does not end by itself when its work is done; plain Node does, output flushed.
  if ('parentPort' in process) process.stdout.write('', () => process.exit(status));
  process.exitCode = status;
  if ((process.env['ACTION_TEN_MEASURE'] ?? '') !== '') {
    console.error(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`);
  }
});
