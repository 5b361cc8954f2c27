/** Persons who stand for an authority: without a line here, the role alone transmits nothing. */
export { findAuthorityOf, linkAuthority, listAuthorities, unlinkAuthority } from './authority-store.ts'
