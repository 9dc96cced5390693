/**
 * What users and groups have in the service's model, and how the fields of the contract and JSON
 * text become it. A leaf: it depends on no other room.
 */
@NullMarked
package dev.roster.aws.internal.attributes;

import org.jspecify.annotations.NullMarked;
