/** Names under which Nest hands out what is not a class. */
export const CONFIGURATION = Symbol('Configuration');
export const LOGGER = Symbol('Logger');
export const QUEUE = Symbol('Queue');
export const JOB_RUNNER_LIST = Symbol('JobRunner[]');
export const JOB_HANDLER_LIST = Symbol('JobHandler[]');
