import { type ComponentType, lazy } from 'react';

/** Every page under a book, by its path there. A page is loaded when it is first opened. */
export const routes: readonly { path: string; page: ComponentType }[] = [
  {
    path: '/',
    page: lazy(async () => ({ default: (await import('../pages/overview/OverviewPage.tsx')).OverviewPage })),
  },
  {
    path: '/write/:to?',
    page: lazy(async () => ({ default: (await import('../pages/write/WritePage.tsx')).WritePage })),
  },
  {
    path: '/members/:memberId?',
    page: lazy(async () => ({ default: (await import('../pages/members/MembersPage.tsx')).MembersPage })),
  },
  {
    path: '/broadcasts',
    page: lazy(async () => ({ default: (await import('../pages/broadcasts/BroadcastsPage.tsx')).BroadcastsPage })),
  },
  {
    path: '/broadcasts/:broadcastId',
    page: lazy(async () => ({ default: (await import('../pages/broadcasts/BroadcastPage.tsx')).BroadcastPage })),
  },
  {
    path: '/inbox/:address?',
    page: lazy(async () => ({ default: (await import('../pages/inbox/InboxPage.tsx')).InboxPage })),
  },
  {
    path: '/settings/:tab?',
    page: lazy(async () => ({ default: (await import('../pages/settings/SettingsPage.tsx')).SettingsPage })),
  },
  {
    path: '/program/:tab?',
    page: lazy(async () => ({ default: (await import('../pages/program/ProgramPage.tsx')).ProgramPage })),
  },
  {
    path: '/practice',
    page: lazy(async () => ({ default: (await import('../pages/practice/PracticePage.tsx')).PracticePage })),
  },
  { path: '/help', page: lazy(async () => ({ default: (await import('../pages/help/HelpPage.tsx')).HelpPage })) },
];

/** The page a place is on: opening a member or a conversation leaves the list beside it as it is. */
export function pageOf(location: string): string {
  return location.split('/')[1] ?? '';
}
