// Dialogs and menus put a style element into the page; the policy lets in those that carry the page's nonce.
import { setNonce } from 'get-nonce';

setNonce(document.currentScript.nonce);
