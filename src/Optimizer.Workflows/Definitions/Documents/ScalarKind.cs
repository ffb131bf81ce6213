namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>What a single value is: YAML 1.2's core schema, which is JSON's for what JSON can write.</summary>
internal enum ScalarKind
{
    Text,
    Number,
    True,
    False,
    Null,

    /// <summary>Infinity, not-a-number, hexadecimal or octal: numbers of YAML that definitions have no use for.</summary>
    OddNumber,
}
