// Who is signed in, for this window only: what is kept goes with it.
import { useSyncExternalStore } from 'react';

const key = 'explorer:session';
const listeners = new Set();
let current = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function set(session) {
  current = session;
  if (session) sessionStorage.setItem(key, JSON.stringify(session));
  else sessionStorage.removeItem(key);
  listeners.forEach(listener => listener());
}

/** @returns {{ name: string, authorization: string } | null} */
export const session = () => current;

export const signedIn = (name, token) => set({ name, authorization: `Bearer ${token}` });

export const signOut = () => set(null);

function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSession = () => useSyncExternalStore(subscribe, session);
