namespace Optimizer.Domain.Policies.Scopes;

/// <summary>How wide a scope is, widest first.</summary>
public enum ScopeKind
{
    Org,
    Site,
    Domain,
    Play,
    Page,
    Campaign,
    Experiment,

    /// <summary>The play's own definition; not in a policy file.</summary>
    Definition,

    Action,
}
