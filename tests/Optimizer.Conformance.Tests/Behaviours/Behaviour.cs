namespace Optimizer.Conformance.Tests.Behaviours;

/// <summary>One behaviour that a durable engine must have.</summary>
/// <param name="Number">Its number, which the traits of the tests name.</param>
/// <param name="Topic">What it belongs to.</param>
/// <param name="Text">What it says.</param>
/// <param name="Note">What is left out and why; for one that is out of scope, why; else empty.</param>
internal sealed record Behaviour(int Number, string Topic, string Text, string Note = "");
