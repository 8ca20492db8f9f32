/** Everything that only a drag needs. */
export { carrying } from './carrying'
export { addSource } from './source'
export { addTarget } from './target'
