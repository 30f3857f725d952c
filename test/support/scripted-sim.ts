import { answer, createScriptedModem, ERROR, type ScriptedModem } from './scripted-port.ts';

/** One slot of a scripted storage; `hex` is printed as it stands. */
export interface ScriptedSlot {
  stat?: number;
  length?: number;
  hex: string;
}

export interface ScriptedStorages {
  modem: ScriptedModem;
  /** What lies where: `storages.SM.set(0, …)`. */
  storages: Record<string, Map<number, ScriptedSlot>>;
}

/** A whole PDU: "hello" from +46701234567. */
export const HELLO = '0791640705 8099F9040B916407214365F70000626011211000400 5E8329BFD06'.replaceAll(' ', '');
export const HELLO_LENGTH = HELLO.length / 2 - 8;

/** A modem with storages and nothing else of its own: everything but that is answered OK, or as a test scripts it. */
export function createScriptedStorages(
  memories: readonly string[] = ['SM', 'ME'],
  modem: ScriptedModem = createScriptedModem(),
): ScriptedStorages {
  const storages = Object.fromEntries(memories.map((memory) => [memory, new Map<number, ScriptedSlot>()]));
  let selected = memories[0] ?? 'SM';
  const slots = () => storages[selected] ?? new Map<number, ScriptedSlot>();
  const lastHeard = () => modem.heard.at(-1) ?? '';
  const print = ({ stat = 0, length = HELLO_LENGTH }: ScriptedSlot) => `${stat},,${length}`;

  modem.on('AT+CPIN?', answer('+CPIN: READY'));
  modem.on('AT+CREG?', answer('+CREG: 2,1'));
  modem.on('AT+CSQ', answer('+CSQ: 17,99'));
  modem.on('AT+CGSN', answer('490154203237518'));
  modem.on('AT+CCID', answer('+CCID: 8946070000000000017'));
  modem.on('AT+CPMS=?', answer(`+CPMS: ${[1, 2, 3].map(() => `("${memories.join('","')}")`).join(',')}`));
  modem.on(/^AT\+CPMS="/, () => {
    const memory = /"(\w+)"/.exec(lastHeard())?.[1] ?? '';
    if (!storages[memory]) return ERROR;
    selected = memory;
    return answer(`+CPMS: ${[1, 2, 3].map(() => `${slots().size},25`).join(',')}`);
  });
  modem.on('AT+CMGL=4', () =>
    answer(...[...slots()].flatMap(([index, slot]) => [`+CMGL: ${index},${print(slot)}`, slot.hex])),
  );
  modem.on(/^AT\+CMGR=/, () => {
    const slot = slots().get(Number(lastHeard().split('=')[1]));
    return slot ? answer(`+CMGR: ${print(slot)}`, slot.hex) : '\r\n+CMS ERROR: 321\r\n';
  });
  modem.on(/^AT\+CMGD=/, () => (slots().delete(Number(lastHeard().split('=')[1])) ? answer() : ERROR));
  return { modem, storages };
}
