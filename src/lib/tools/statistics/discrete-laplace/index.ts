/** Noise in whole numbers: the discrete Laplace distribution, drawn exactly. */
export { createDiscreteLaplace, type DrawWord } from './discrete-laplace.ts'
export { drawSystemWord } from './system-words.ts'
