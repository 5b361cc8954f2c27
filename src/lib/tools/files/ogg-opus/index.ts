/**
 * Recordings of speech as Opus in Ogg (RFC 7845, RFC 3533): what the headers say, and how loud the sound is (ITU-R BS.1770-4). The sound
 * itself is decoded elsewhere.
 */
export { readOggOpus } from './ogg-opus.ts'
export { measureLoudness, measurePeak } from './loudness.ts'
