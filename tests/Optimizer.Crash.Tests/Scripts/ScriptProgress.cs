namespace Optimizer.Crash.Tests.Scripts;

/// <summary>How far a scripted workflow has come: its state across generations.</summary>
/// <param name="Script">All of it.</param>
/// <param name="Next">Index of the next operation.</param>
/// <param name="Sum">What the ones before came to.</param>
internal sealed record ScriptProgress(Script Script, int Next, long Sum);
