// zod may compile its checks with `new Function`, which the content security policy forbids; even its probe for that is
// reported as a violation. Read by zod when its first schema is made, so this is an entry of its own, ahead of the rest.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

export {};
