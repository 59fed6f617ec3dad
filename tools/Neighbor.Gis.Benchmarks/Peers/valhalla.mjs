// Answers the questions of the benchmark, a JSON text a line, and says how many nanoseconds the answer took.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, config] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { Actor } = require('@valhallajs/valhallajs');
const actor = await Actor.fromConfigFile(config);
console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const { verb, query } = JSON.parse(line);
  const text = JSON.stringify(query);
  const begin = process.hrtime.bigint();
  try {
    const answer = await actor[verb](text);
    const nanoseconds = Number(process.hrtime.bigint() - begin);
    console.log(JSON.stringify({ nanoseconds, answer: JSON.parse(answer) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
