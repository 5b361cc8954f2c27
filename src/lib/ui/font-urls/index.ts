/** Addresses of the fonts, for the page that asks for the one of its script before its sheets say so. */
export { default as arabicUrl } from '../fonts/arabic.woff2?url'
export { default as latinUrl } from '../fonts/latin.woff2?url'
export { default as tifinaghUrl } from '../fonts/tifinagh.woff2?url'
