using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Neighbor.Gis.Server.Questions;

namespace Neighbor.Gis.Server.Operations;

/// <summary>GET /openapi/v1.json: what the service can be asked, for programs. The same text on every machine.</summary>
public static class OpenApiText
{
    private const string ProblemMediaType = "application/problem+json";
    private const string ProblemSchema = "Problem";

    /// <summary>Adds the description to the services.</summary>
    public static void Add(IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.CreateSchemaReferenceId = SchemaName;
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        DescribeFields(operation, context);
                        return Task.CompletedTask;
                    }
                );
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        Finish(document);
                        return Task.CompletedTask;
                    }
                );
            }
        );

    /// <summary>A nested type is named after the question it belongs to: <c>LocateAnswer</c>, not <c>Answer</c>.</summary>
    private static string? SchemaName(JsonTypeInfo type)
    {
        string? name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is null || type.Type.DeclaringType is not { } question || type.Type.IsGenericType
            ? name
            : question.Name + type.Type.Name;
    }

    private static void DescribeFields(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        QuestionShape? shape = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<QuestionShape>()
            .SingleOrDefault();
        foreach (OpenApiParameter parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.In != ParameterLocation.Query || parameter.Name is null)
            {
                continue;
            }

            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
            QuestionField? field = shape?.Fields.SingleOrDefault(known => known.Name == parameter.Name);
            if (field is null)
            {
                continue;
            }

            parameter.Required = field.IsRequired;
            if (field.AllowedWords.Count > 0)
            {
                parameter.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. field.AllowedWords.Select(word => (JsonNode)word)],
                    Default = field.UsualWord is { } usual ? JsonValue.Create(usual) : null,
                };
            }
        }
    }

    private static void Finish(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Neighbor.Gis",
            Version = "v1",
            Description =
                "Positions are lon, lat on CGCS2000; metres are geodesic; a walk is along the paths, through the gates.",
        };
        document.Servers = null;
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[ProblemSchema] = Problem();
        foreach (OpenApiOperation operation in Operations(document))
        {
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "The question ended without its answer (RFC 9457).",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemMediaType] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) },
                },
            };
        }
    }

    private static IEnumerable<OpenApiOperation> Operations(OpenApiDocument document) =>
        document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []);

    private static OpenApiSchema Problem() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "detail" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = Text("The address of the problem, relative to the service; it never changes."),
                ["title"] = Text("What happened, in the caller's language."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = Text("What happened to this request, in the caller's language."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "Of an invalid request: what is wrong with each field.",
                    Items = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string>(StringComparer.Ordinal) { "field", "found", "allowed" },
                        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                        {
                            ["field"] = Text("The field's name."),
                            ["found"] = new OpenApiSchema
                            {
                                Type = JsonSchemaType.String | JsonSchemaType.Null,
                                Description = "The value found; null where the field is missing.",
                            },
                            ["allowed"] = Text("What would have been accepted."),
                            ["hint"] = Text("What was probably meant; absent where that cannot be told."),
                        },
                    },
                },
            },
        };

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, Description = description };
}
