interface Route {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Which methods a path has, so that a wrong method is told apart from an unknown path. */
export class RouteTable {
  private readonly routes = new Map<string, Route>();

  add(method: string | readonly string[], url: string): void {
    const route = this.routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) route.methods.add(one.toUpperCase());
    this.routes.set(url, route);
  }

  /** Sorted; empty when the path is unknown. */
  methodsOf(path: string): readonly string[] {
    const methods = [...this.routes.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((route) => [...route.methods]);
    return [...new Set(methods)].sort();
  }
}

function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) =>
      part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    );
  return new RegExp(`^${parts.join('/')}$`);
}
