import code from './early-leave.js?raw'

/**
 * The script of `early-leave.js` as it stands in sensitive pages themselves, because a link may be pressed before any file has come. Its
 * digest is in the content policy (`vite.config.ts`) and in the list of what was published (`scripts/finish-build.ts`).
 */
export const earlyLeaveTag = `<script>${code}</script>`
