import { ProgramProcess } from './program-process';

export interface ApiProcessOptions {
  databaseUrl: string;
  /** `name=kill` or `name=1500`, several separated by commas. */
  failPoints?: string;
  environment?: Record<string, string>;
}

/** The bundled api as a process of its own on a port the system chose, which a test may kill. */
export class ApiProcess extends ProgramProcess {
  constructor(options: ApiProcessOptions) {
    super('api', {
      DATABASE_URL: options.databaseUrl,
      PORT: '0',
      ...(options.failPoints && { FAIL_POINTS: 'true', FAIL_POINT_PLAN: options.failPoints }),
      ...options.environment,
    });
  }

  /** Starts one and waits until it serves. */
  static async listening(options: ApiProcessOptions): Promise<ApiProcess> {
    const api = new ApiProcess(options);
    await api.says('listening');
    return api;
  }

  /** Address it serves at, `http://127.0.0.1:<port>`. */
  get url(): string {
    return String(this.lines.find((line) => line.msg === 'listening')?.['url']);
  }
}
