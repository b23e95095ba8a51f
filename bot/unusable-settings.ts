/** The bot cannot start as it is set up; the message says in Chinese what the operator should do. */
export class UnusableSettings extends Error {}
