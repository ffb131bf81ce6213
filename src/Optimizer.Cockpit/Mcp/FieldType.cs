namespace Optimizer.Cockpit.Mcp;

/// <summary>What an argument of a tool may be.</summary>
internal enum FieldType
{
    Text,

    /// <summary>A slug or another id: letters, digits, dots, dashes and underscores, the first a letter or digit.</summary>
    Id,
    Whole,
    Number,
    Flag,

    /// <summary>Any JSON value.</summary>
    Json,
}
