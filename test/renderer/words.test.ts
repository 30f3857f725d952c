import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../renderer/text/en/words.ts';
import { sv } from '../../renderer/text/sv/words.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(at, value);
    else for (const [inner, words] of leaves(value, at)) found.set(inner, words);
  }
  return found;
}

const swedish = leaves(sv);
const english = leaves(en);

function filledIn(words: string): string[] {
  // `whose` is a name as Swedish bends it ("Annas"); English says it with the plain name.
  const found = [...words.matchAll(/{{(\w+)}}|<(\d)>/g)].map(([whole]) => whole.replace('whose', 'name'));
  return [...new Set(found)].sort();
}

describe('the words in both languages', () => {
  it('have the same keys', () => {
    assert.deepEqual([...english.keys()].sort(), [...swedish.keys()].sort());
  });

  it('fill in the same things, so that no number or name is lost in one of them', () => {
    const differing = [...swedish]
      .filter(([key, words]) => filledIn(words).join() !== filledIn(english.get(key) ?? '').join())
      .map(([key]) => key);
    assert.deepEqual(differing, []);
  });

  it('have both numbers of everything that is counted', () => {
    const alone = [...swedish.keys()].filter(
      (key) => key.endsWith('_one') && !swedish.has(key.replace(/_one$/, '_other')),
    );
    assert.deepEqual(alone, []);
  });

  it('are never empty, and never shout or say oops', () => {
    for (const [key, words] of [...swedish, ...english]) {
      assert.notEqual(words.trim(), '', key);
      assert.doesNotMatch(words, /oj!|oops/i, key);
    }
  });

  it('keep the words that mean what they say: never "levererat", never "misslyckades"', () => {
    for (const [key, words] of swedish) assert.doesNotMatch(words, /levererat|misslyckade/i, key);
  });
});
