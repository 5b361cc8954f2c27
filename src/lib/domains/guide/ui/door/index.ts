/** Words and addresses of a door, for what shows doors outside of our pages. */
export { getChannelLink, getHoursText } from './channel-words.ts'
