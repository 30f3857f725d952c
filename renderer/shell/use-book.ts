import { createContext, useContext } from 'react';
import type { Book } from '../../electron/contract/books.ts';

export const BookContext = createContext<Book | null>(null);

/** The book the page is about, always as the program knows it now. Every page inside the frame has one. */
export function useBook(): Book {
  const book = useContext(BookContext);
  if (!book) throw new Error('No book above this component');
  return book;
}
