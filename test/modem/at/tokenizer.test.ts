import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTokenizer, LINE_CAP, type Token } from '../../../electron/modem/at/tokenizer.ts';

function tokensOf(text: string, { prompt = false, cuts = [] as number[] } = {}): string[] {
  const tokens: Token[] = [];
  const tokenizer = createTokenizer((token) => tokens.push(token));
  tokenizer.awaitPrompt(prompt);
  const bytes = Buffer.from(text, 'latin1');
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    tokenizer.push(bytes.subarray(from, cut));
    from = cut;
  }
  return tokens.map((token) => (token.kind === 'prompt' ? '<prompt>' : token.text));
}

describe('createTokenizer', () => {
  const cases: { name: string; bytes: string; prompt?: boolean; tokens: string[] }[] = [
    { name: 'a plain answer', bytes: '\r\n+CSQ: 21,99\r\n\r\nOK\r\n', tokens: ['+CSQ: 21,99', 'OK'] },
    { name: 'CR CR LF after an echo', bytes: 'AT+CSQ\r\r\nOK\r\n', tokens: ['AT+CSQ', 'OK'] },
    { name: 'CR alone and LF alone', bytes: 'A\rB\nC\n\rD\r', tokens: ['A', 'B', 'C', 'D'] },
    { name: 'the prompt', bytes: '\r\n> ', prompt: true, tokens: ['<prompt>'] },
    { name: 'a prompt without the space', bytes: '\r\n>', prompt: true, tokens: ['<prompt>'] },
    { name: 'a prompt on its own line', bytes: '\r\n>\r\n', prompt: true, tokens: ['<prompt>'] },
    { name: 'a prompt after the echo', bytes: 'AT+CMGS=9\r\r\n> ', prompt: true, tokens: ['AT+CMGS=9', '<prompt>'] },
    { name: 'one prompt only', bytes: '> \r\n> x\r\n', prompt: true, tokens: ['<prompt>', '> x'] },
    { name: '> inside a line', bytes: '\r\n+CUSD: 0,"a > b"\r\n', prompt: true, tokens: ['+CUSD: 0,"a > b"'] },
    { name: '> while none is awaited', bytes: '\r\n> \r\nOK\r\n', tokens: ['>', 'OK'] },
    { name: 'latin1, not UTF-8', bytes: '+COPS: 0,0,"T\xe9l\xe9"\r\n', tokens: ['+COPS: 0,0,"T\xe9l\xe9"'] },
    { name: 'NULs of a modem that starts', bytes: '\0\0\r\nO\0K\r\n', tokens: ['OK'] },
  ];
  for (const { name, bytes, prompt = false, tokens } of cases) {
    it(`reads ${name}, whole and torn at every byte`, () => {
      assert.deepEqual(tokensOf(bytes, { prompt }), tokens);
      for (let cut = 1; cut < bytes.length; cut += 1) {
        assert.deepEqual(tokensOf(bytes, { prompt, cuts: [cut] }), tokens, `torn at ${cut}`);
      }
      const everyByte = Array.from({ length: bytes.length }, (_, place) => place);
      assert.deepEqual(tokensOf(bytes, { prompt, cuts: everyByte }), tokens, 'byte by byte');
    });
  }

  it('keeps no more than a line cap of an endless line, and finds the next', () => {
    const [long, next] = tokensOf(`${'x'.repeat(1_000_000)}\r\nOK\r\n`);
    assert.equal(long?.length, LINE_CAP);
    assert.equal(next, 'OK');
  });
});
