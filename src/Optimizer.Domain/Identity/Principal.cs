using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Identity;

/// <summary>Who calls, once it is known.</summary>
/// <param name="Name">Such as ana@example.com; stands in the trail as the actor.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Seat">What they may answer for.</param>
/// <param name="IsHuman">False for programs: they propose and never approve (C24).</param>
public sealed record Principal(string Name, Role Role, Seat Seat, bool IsHuman);
