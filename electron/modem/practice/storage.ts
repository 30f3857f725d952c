export type MemoryName = 'SM' | 'ME';

/** <stat> of TS 27.005 §3.1. */
export type SlotStat = 0 | 1 | 2 | 3;

export interface Slot {
  index: number;
  stat: SlotStat;
  /** Hex with the SMSC octets. */
  hex: string;
  /** TPDU octets without them. */
  length: number;
}

/** One message memory: a fixed number of numbered places. */
export interface Memory {
  readonly name: MemoryName;
  readonly total: number;
  used(): number;
  /** Filled slots by index. */
  slots(): Slot[];
  /** The slot, null where it is empty, 'no-such' where the memory has no such place. */
  at(index: number): Slot | null | 'no-such';
  /** Puts a message into the lowest free place; null where none is free. */
  put(message: Omit<Slot, 'index'>): Slot | null;
  /** Puts the bytes into a certain place, whatever they are: what another program or a broken radio left there. */
  plant(slot: Slot): void;
  /** Empties a place; true where something lay there. */
  empty(index: number): boolean;
}

/** `first` is the lowest index: 0 with Huawei and Quectel, 1 with others. */
export function createMemory(name: MemoryName, total: number, first: number): Memory {
  const filled = new Map<number, Slot>();
  const exists = (index: number) => Number.isInteger(index) && index >= first && index < first + total;
  const slots = () => [...filled.values()].sort((a, b) => a.index - b.index);

  return {
    name,
    total,
    used: () => filled.size,
    slots,
    at: (index) => (exists(index) ? (filled.get(index) ?? null) : 'no-such'),
    put(message) {
      for (let index = first; index < first + total; index++) {
        if (filled.has(index)) continue;
        const slot = { ...message, index };
        filled.set(index, slot);
        return slot;
      }
      return null;
    },
    plant(slot) {
      if (!exists(slot.index)) throw new RangeError(`${name} has no slot ${slot.index}`);
      filled.set(slot.index, { ...slot });
    },
    empty: (index) => filled.delete(index),
  };
}
