import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSession } from '../../renderer/api/session.ts';

interface Tab {
  storage: Map<string, string>;
  address: string;
}

/** A tab as far as the session needs one: an address, a history that rewrites it, and a memory of its own. */
function aTab(hash: string, kept: Record<string, string> = {}) {
  const tab: Tab = { storage: new Map(Object.entries(kept)), address: `/${hash}` };
  return {
    tab,
    open: () =>
      openSession(
        {
          getItem: (key) => tab.storage.get(key) ?? null,
          setItem: (key, value) => void tab.storage.set(key, value),
          removeItem: (key) => void tab.storage.delete(key),
        },
        { hash, pathname: '/', search: '' },
        {
          replaceState(_state, _title, address) {
            tab.address = String(address);
          },
        },
      ),
  };
}

describe('the right to speak to the program', () => {
  it('is taken from the address and wiped there', async () => {
    const { tab, open } = aTab('#token=abc-1_2');
    const session = await open();
    assert.equal(session.token(), 'abc-1_2');
    assert.equal(tab.address, '/#/');
  });

  it('is remembered by the tab when it is loaded again', async () => {
    const { tab, open } = aTab('#token=abc');
    await open();
    const again = await aTab('#/book/1', Object.fromEntries(tab.storage)).open();
    assert.equal(again.token(), 'abc');
  });

  it('leaves an address without a token alone', async () => {
    const { tab, open } = aTab('#/book/1/write');
    assert.equal((await open()).token(), null);
    assert.equal(tab.address, '/#/book/1/write');
  });

  it('begins with practice where the opener asks for it', async () => {
    const { tab, open } = aTab('#token=abc&practice');
    await open();
    assert.equal(tab.address, '/#/practice');
  });

  it('can be given up', async () => {
    const session = await aTab('#token=abc').open();
    session.forget();
    assert.equal(session.token(), null);
  });
});
