using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Handles that most tests need.</summary>
internal static class Sample
{
    public static readonly Workflow<None, string> Play = new("play");

    public static readonly Workflow<int, int> Count = new("count");

    public static readonly Workflow<string, string> Child = new("child");

    public static readonly Activity<int, int> AddOne = new("add-one");

    public static readonly Activity<string, string> Echo = new("echo");

    public static readonly Signal<string> Go = new("go");

    public static readonly Signal<int> Number = new("number");

    /// <summary>A span that a real clock may spend in a test.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    /// <summary>A registry with the two plain activities.</summary>
    public static WorkflowRegistry Registry() => new WorkflowRegistry()
        .Add(AddOne, (_, number) => Task.FromResult(number + 1))
        .Add(Echo, (_, text) => Task.FromResult(text));
}
