/**
 * Judges how long a password would stand against someone who knows how people choose them, in Arabic, French, English,
 * Darija and Tamazight words (https://github.com/zxcvbn-ts/zxcvbn). Heavy: import it lazily, in a worker.
 */
export { judgePassword, type Judgement, type Weakness } from './judge-password.ts'
