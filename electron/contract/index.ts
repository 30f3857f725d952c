import type { z } from 'zod';
import * as books from './books.ts';
import * as broadcasts from './broadcasts.ts';
import type { AnyEntry } from './define.ts';
import * as inbound from './inbound.ts';
import * as lines from './lines.ts';
import * as members from './members.ts';
import * as roles from './roles.ts';

/** Every call of the program, in one table: the door checks by it, and a handler that is missing does not compile. */
export const contract = [
  books.createBook,
  books.removeBook,
  books.updateBook,
  books.getBook,
  books.listBooks,
  books.bookMovements,
  members.addMember,
  members.listMembers,
  members.listLabels,
  members.getMember,
  members.updateMember,
  members.labelMembers,
  members.approveMembers,
  members.declineMembers,
  members.removeMembers,
  members.blockMembers,
  members.unblockMembers,
  members.listBlocks,
  members.importMembers,
  members.exportMembers,
  roles.addRole,
  roles.removeRole,
  roles.muteRole,
  roles.listRoles,
  roles.listUsers,
  roles.addUser,
  roles.renameUser,
  roles.removeUser,
  broadcasts.previewBroadcast,
  broadcasts.sendBroadcast,
  broadcasts.tryBroadcast,
  broadcasts.getBroadcast,
  broadcasts.listBroadcasts,
  broadcasts.broadcastRecipients,
  broadcasts.cancelBroadcast,
  broadcasts.releaseBroadcast,
  broadcasts.dropBroadcast,
  broadcasts.resendFailed,
  broadcasts.listOutbox,
  broadcasts.outboxSummary,
  broadcasts.pauseOutbox,
  broadcasts.resumeOutbox,
  broadcasts.settleOutbox,
  broadcasts.confirmClock,
  inbound.explainInbound,
  inbound.listInbox,
  inbound.inboxCounts,
  inbound.markSeen,
  inbound.conversation,
  inbound.answerOne,
  inbound.listTodos,
  inbound.answerTodo,
  inbound.listLog,
  inbound.whileAway,
  inbound.practiceSms,
  inbound.practicePhones,
  inbound.practiceAddPhone,
  inbound.practiceUnplug,
  inbound.practiceReset,
  lines.listLines,
  lines.useLine,
  lines.enterPin,
  lines.setLineNumber,
  lines.testLine,
  lines.listPorts,
  lines.mailStatus,
  lines.configureMail,
  lines.getSettings,
  lines.updateSettings,
] as const satisfies readonly AnyEntry[];

type Entry = (typeof contract)[number];
export type CallName = Entry['name'];
export type Input<Name extends CallName> = z.output<Extract<Entry, { name: Name }>['input']>;
export type Output<Name extends CallName> = z.output<Extract<Entry, { name: Name }>['output']>;

/** Who asks. Every call knows. */
export interface Caller {
  userId: number;
}

/** One handler per call; a missing or misspelt one does not compile. */
export type Handlers = {
  [Name in CallName]: (input: Input<Name>, caller: Caller) => Output<Name> | Promise<Output<Name>>;
};
