using Optimizer.Embedded;

namespace Optimizer.Crash.Tests.Whole;

/// <summary>Something that a client does, and checks; done again in the next life when the present one ends in it.</summary>
/// <param name="Name">For messages.</param>
/// <param name="DoAsync">Does it; told whether a former life has tried it.</param>
internal sealed record Step(string Name, Func<EmbeddedEngine, bool, Task> DoAsync);
