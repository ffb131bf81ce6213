using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A play began to be run.</summary>
/// <param name="Name">As people say it.</param>
/// <param name="DefinitionHash">Of the definition in force.</param>
/// <param name="Profile">Of its policy.</param>
/// <param name="Site">It belongs to.</param>
/// <param name="PrimaryKpis">Keys.</param>
/// <param name="Untracked">KPIs that cannot be computed.</param>
/// <param name="Autonomy">It starts with.</param>
public sealed record PlayEnrolled(
    string Name, string DefinitionHash, string Profile, string Site, IReadOnlyList<string> PrimaryKpis, IReadOnlyList<string> Untracked, Autonomy Autonomy) : AuditEvent;
