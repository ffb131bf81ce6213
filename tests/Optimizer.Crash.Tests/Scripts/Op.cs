using System.Text.Json.Serialization;

namespace Optimizer.Crash.Tests.Scripts;

/// <summary>One thing that a scripted workflow does; each comes to a number.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Sleep), "sleep")]
[JsonDerivedType(typeof(Exchange), "exchange")]
[JsonDerivedType(typeof(Child), "child")]
[JsonDerivedType(typeof(Again), "again")]
[JsonDerivedType(typeof(Show), "show")]
[JsonDerivedType(typeof(Refused), "refused")]
internal abstract record Op(int Id)
{
    /// <summary>Calls an activity that fails so many times before it answers.</summary>
    public sealed record Call(int Id, int Failures) : Op(Id);

    /// <summary>Does several side by side.</summary>
    public sealed record All(int Id, IReadOnlyList<Op> Ops) : Op(Id);

    /// <summary>Sleeps.</summary>
    public sealed record Sleep(int Id, int Units) : Op(Id);

    /// <summary>Has an activity send it a signal twice under one key, and waits for it before or after.</summary>
    public sealed record Exchange(int Id, bool WaitsFirst) : Op(Id);

    /// <summary>Runs a child.</summary>
    public sealed record Child(int Id, Script Script) : Op(Id);

    /// <summary>Continues as new with a signal that it has not read, which the next generation reads.</summary>
    public sealed record Again(int Id) : Op(Id);

    /// <summary>Sets its status.</summary>
    public sealed record Show(int Id) : Op(Id);

    /// <summary>Calls an activity that fails for good, and goes on.</summary>
    public sealed record Refused(int Id) : Op(Id);
}
