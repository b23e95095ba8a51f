/** The spellings of the first word of the commands 督办. */
export const escalationWords = ['督办', '升级', 'duban']
